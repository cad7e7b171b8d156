import type { DocumentKind } from '@common/terms';
import { Button, Progress } from 'antd';
import { formatBytes } from '../../format';
import type { UploadState, Uploads } from './useUploads';

interface Props {
  kind: DocumentKind;
  upload: UploadState;
  uploads: Uploads;
}

/** A document on its way: how far it is, pause and resume, and what to do when the connection broke. */
export function UploadProgress({ kind, upload, uploads }: Props) {
  const { file, at, share, reason } = upload;
  const percent = Math.floor(share * 100);
  const words = {
    checking: '正在核对文件…',
    sending: share < 1 ? `已上传${percent}%` : '上传完成，正在检查内容…',
    paused: `已暂停，已上传${percent}%`,
    broken: `网络中断，已上传${percent}%。网络恢复后从断开处接着传`,
    refused: reason ?? '没有上传成功',
  }[at];
  const isStill = at === 'paused' || at === 'broken';
  return (
    <div className="upload-progress" role={at === 'refused' ? 'alert' : 'status'}>
      <div className="upload-progress__head">
        <b className="clip">{file.name}</b>
        <span className="faint mono">{formatBytes(file.size)}</span>
        <span className="upload-progress__actions">
          {at === 'sending' && share < 1 && <Button onClick={() => uploads.pause(kind)}>暂停</Button>}
          {isStill && (
            <Button type="primary" onClick={() => uploads.resume(kind)}>
              继续上传
            </Button>
          )}
          {at !== 'checking' && (
            <Button onClick={() => uploads.cancel(kind)}>{at === 'refused' ? '重新选择' : '取消'}</Button>
          )}
        </span>
      </div>
      {at !== 'refused' && (
        <Progress
          percent={percent}
          showInfo={false}
          status={at === 'broken' ? 'exception' : at === 'paused' ? 'normal' : 'active'}
        />
      )}
      <p className={at === 'refused' ? 'upload-progress__fault' : 'soft'}>{words}</p>
    </div>
  );
}
