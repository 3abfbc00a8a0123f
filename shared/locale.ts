import { z } from 'zod';

/** The languages the product speaks; Indonesian is the first and the default. */
export const locales = ['id', 'en'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;
