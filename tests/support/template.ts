/** The PostgreSQL database that every test database is copied from. */
export const TEMPLATE_DATABASE = 'satgas_template';
