/** A narrow screen, or a phone held sideways: there the report is cards for a thumb instead of a grid. */
export const phoneQuery = '(max-width: 47.99em), (max-height: 30em) and (pointer: coarse)';
