import { z } from 'zod';
import { monthPattern } from './month.ts';

/** Apart from the arithmetic: the client's first script has no use for zod otherwise. */
export const monthSchema = z.string().regex(monthPattern);
