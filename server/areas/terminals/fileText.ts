import { swipeFileFault } from '@common/rules/swipeFile';
import { appError } from '../../http/errors';

/** UTF-8 as ours are, else GBK, as Excel in China saves a CSV. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** An uploaded file of swipes as text. @throws AppError FILE_INVALID at `file`: nothing of such a file is taken. */
export function swipeText(bytes: Buffer): string {
  // Excel workbooks are zips; saved as CSV they would be read.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    throw appError('FILE_INVALID', { message: '这是Excel工作簿，请另存为CSV后上传', field: 'file' });
  }
  const text = decode(bytes);
  const message = swipeFileFault(text);
  if (message !== null) {
    throw appError('FILE_INVALID', { message, field: 'file' });
  }
  return text;
}
