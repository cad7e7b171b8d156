import { formatBytes } from '../../format';

const MOST_BYTES = 10 * 1024 * 1024;
/** Pieces of one notice. */
export const MOST_ATTACHMENTS = 10;
/** What the file dialog offers. */
export const ATTACHMENT_TYPES = '.pdf,.doc,.docx,.xls,.xlsx,.jpg,.jpeg,.png';

/** What can be said about a chosen attachment before it is sent; null where nothing speaks against it. */
export function attachmentProblem({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (!/\.(pdf|docx?|xlsx?|jpe?g|png)$/i.test(name)) {
    return `“${name}”不能作为附件，请上传PDF、Word、Excel或JPEG、PNG图片`;
  }
  if (size === 0) {
    return `“${name}”是空文件，请重新选择`;
  }
  return size > MOST_BYTES ? `“${name}”有${formatBytes(size)}，超过10MB，请压缩后再上传` : null;
}
