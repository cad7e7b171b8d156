import { z } from 'zod';

/** What a checked Excel file holds. Nothing is stored unless it has no error and is committed. */
export const importReport = z.object({
  /** For the commit, within half an hour; null where there are errors. */
  importId: z.string().nullable(),
  /** Data rows read, without heading and the template's yellow instruction row. */
  rows: z.int(),
  /** At most the first 200. */
  errors: z.array(
    z.object({
      /** As Excel numbers them. */
      row: z.int(),
      /** The column's heading. */
      column: z.string(),
      message: z.string(),
    }),
  ),
  errorCount: z.int(),
  /** The first rows as they were understood, column heading to text; idNo and phone masked. */
  preview: z.array(z.record(z.string(), z.string())),
});
export type ImportReport = z.output<typeof importReport>;
