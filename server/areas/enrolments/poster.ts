import type { ServedFile } from '../../http/call';
import type { FullActivity } from '../activities/service';

export async function posterFile(
  _full: FullActivity,
  _format: 'png' | 'pdf',
  _publicUrl: string,
): Promise<ServedFile> {
  throw new Error('poster');
}
