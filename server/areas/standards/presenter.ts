import type { StandardTable } from '@common/contract/standards';
import type { StandardDoc } from './model';

export const presentTable = (standard: StandardDoc, authorityName: string): StandardTable => ({
  id: String(standard._id),
  year: standard.year,
  authorityName,
  state: standard.state,
  basis: standard.basis,
  rows: standard.rows,
  publishedAt: standard.publishedAt?.toISOString() ?? null,
  updatedAt: standard.updatedAt.toISOString(),
});
