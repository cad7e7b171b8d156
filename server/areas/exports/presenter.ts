import type { ExportJob } from '@common/contract/exports';
import type { ExportDoc } from './model';

export const presentExport = (job: ExportDoc): ExportJob => ({
  id: String(job._id),
  kind: job.kind,
  name: job.name,
  state: job.state,
  rows: job.rows,
  total: job.total,
  bytes: job.bytes ?? null,
  createdAt: job.createdAt.toISOString(),
  expiresAt: job.state === 'done' ? (job.expiresAt?.toISOString() ?? null) : null,
  message: job.message ?? null,
});
