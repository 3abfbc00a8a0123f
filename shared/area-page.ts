import { z } from 'zod';
import {
  answerHeadSchema,
  areaBriefSchema,
  figureSchema,
  headlineSchema,
  indicatorBriefSchema,
  issueBriefSchema,
  smallWinBriefSchema,
  statusAnswerSchema,
} from '#shared/figure.ts';
import { areaLevelSchema, issueIdSchema } from '#shared/indicator.ts';
import { cascadeAnswerSchema, responsibleAgencySchema, trajectorySchema } from '#shared/issue-page.ts';

export const areaDetailSchema = areaBriefSchema.extend({
  /** BPS code without dots; never to be compared with the Kemendagri code. */
  bpsCode: z.string().nullable(),
  kind: z.enum(['kabupaten', 'kota', 'desa', 'kelurahan']).nullable(),
  formerName: z.string().nullable(),
  aliases: z.array(z.string()),
  male: z.number().nullable(),
  female: z.number().nullable(),
  areaKm2: z.number().nullable(),
  regencyCount: z.number(),
  districtCount: z.number(),
  villageCount: z.number(),
  codeVersion: z.string(),
});
export type AreaDetail = z.infer<typeof areaDetailSchema>;

/** One issue in this area. */
export const areaIssueSchema = z.object({
  issue: issueBriefSchema,
  headline: headlineSchema.extend({ trajectory: trajectorySchema }),
  cascade: cascadeAnswerSchema.nullable(),
  /** Who answers for the issue here: the area's owner if there is one, else the coordinator; several above the owned level. */
  responsible: z.array(responsibleAgencySchema),
});
export type AreaIssue = z.infer<typeof areaIssueSchema>;

export const areaPageSchema = answerHeadSchema.extend({
  area: areaDetailSchema,
  /** From the province down to the parent. */
  ancestors: z.array(z.object({ id: z.string(), level: areaLevelSchema, name: z.string() })),
  issues: z.array(areaIssueSchema),
  /** Columns of the children's table. */
  childIndicators: z.array(indicatorBriefSchema),
  children: z.array(
    z.object({
      area: areaBriefSchema,
      cells: z.array(
        z.object({
          issueId: issueIdSchema,
          indicatorId: z.string(),
          figure: figureSchema.nullable(),
          status: statusAnswerSchema,
        }),
      ),
    }),
  ),
  smallWins: z.array(smallWinBriefSchema),
});
export type AreaPage = z.infer<typeof areaPageSchema>;
