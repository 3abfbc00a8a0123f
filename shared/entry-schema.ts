import { z } from 'zod';
import { entryKinds, entryStatuses } from './entry.ts';

/** Apart from the rules: the page where figures are typed has no use for zod otherwise. */
export const entryKindSchema = z.enum(entryKinds);
export const entryStatusSchema = z.enum(entryStatuses);
