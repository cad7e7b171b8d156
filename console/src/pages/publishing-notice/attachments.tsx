import type { ManagedNotice, NoticeAttachment } from '@common/contract/notices';
import { App, Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Upload as Sending } from '../../api/upload';
import { Allowed } from '../../components/allowed';
import { Icon } from '../../components/icon';
import { formatBytes } from '../../format';
import { useAction } from '../../hooks/useAction';
import { usePermission } from '../../hooks/usePermission';
import { ATTACHMENT_TYPES, attachmentProblem, MOST_ATTACHMENTS } from './attachmentProblem';

interface Props {
  notice: ManagedNotice | null;
  hasTitle: boolean;
  /** Stores what is written, so that there is something to attach to; null where that failed or there is no title yet. */
  keep: () => Promise<string | null>;
  onChange: (notice: ManagedNotice) => void;
}

/** The attachments: PDF, Word, Excel and pictures, sent one after another. */
export function Attachments({ notice, hasTitle, keep, onChange }: Props) {
  const { message } = App.useApp();
  const forbidden = usePermission('publish');
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const items = notice?.attachments ?? [];
  const isFull = items.length >= MOST_ATTACHMENTS;

  const send = useAction(async (file: File) => {
    const problem = attachmentProblem(file);
    if (problem) {
      message.error(problem);
      return;
    }
    setSending({ name: file.name, share: 0 });
    try {
      const noticeId = notice?.id ?? (await keep());
      if (noticeId === null) {
        message.error(hasTitle ? '内容没有保存成功，附件没有上传，请重试' : '请先填写标题，再添加附件');
        return;
      }
      const upload = new Sending(file, (share) => setSending({ name: file.name, share }));
      onChange(await client.notices.addAttachment({ noticeId, file: upload }));
    } finally {
      setSending(null);
    }
  });
  return (
    <div className="attachments">
      {notice && items.length > 0 && (
        <ul>
          {items.map((item) => (
            <Attachment key={item.id} notice={notice} item={item} forbidden={forbidden} onChange={onChange} />
          ))}
        </ul>
      )}
      {sending ? (
        <div className="attachments__sending" role="status">
          <b className="clip">{sending.name}</b>
          <Progress percent={Math.floor(sending.share * 100)} showInfo={sending.share < 1} status="active" />
          <span className="soft">{sending.share < 1 ? '正在上传…' : '上传完成，正在检查内容…'}</span>
        </div>
      ) : (
        <Allowed reason={forbidden ?? (isFull ? `附件最多${MOST_ATTACHMENTS}个` : null)}>
          {(disabled) => (
            <Upload
              accept={ATTACHMENT_TYPES}
              showUploadList={false}
              disabled={disabled}
              beforeUpload={(file) => {
                void send.run(file);
                return Upload.LIST_IGNORE;
              }}
            >
              <Button icon={<Icon name="upload" size={16} />} disabled={disabled}>
                添加附件
              </Button>
            </Upload>
          )}
        </Allowed>
      )}
      <p className="field-note">
        PDF、Word、Excel、JPEG或PNG图片，每个不超过10MB，最多{MOST_ATTACHMENTS}个。
      </p>
    </div>
  );
}

interface OneProps {
  notice: ManagedNotice;
  item: NoticeAttachment;
  forbidden: string | null;
  onChange: (notice: ManagedNotice) => void;
}

function Attachment({ notice, item, forbidden, onChange }: OneProps) {
  const { modal } = App.useApp();
  const remove = useAction(async () => {
    onChange(await client.notices.removeAttachment({ noticeId: notice.id, attachmentId: item.id }));
  });
  const open = useAction(async () => {
    await (await client.notices.getAttachment({ noticeId: notice.id, attachmentId: item.id })).save();
  });
  const ask = () =>
    modal.confirm({
      title: `删除附件“${item.name}”？`,
      content: notice.state === 'published' ? '读者马上就看不到它了。' : '删除后需要重新上传。',
      okText: '删除',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => remove.run(),
    });
  return (
    <li>
      <Icon name="log" size={18} />
      <span className="clip" title={item.name}>
        {item.name}
      </span>
      <span className="faint mono nowrap">{formatBytes(item.bytes)}</span>
      <Button
        type="link"
        className="inline-link"
        aria-label={`下载附件${item.name}`}
        loading={open.busy}
        onClick={() => open.run()}
      >
        下载
      </Button>
      <Allowed reason={forbidden}>
        {(disabled) => (
          <Button
            type="link"
            danger
            className="inline-link"
            aria-label={`删除附件${item.name}`}
            disabled={disabled || remove.busy}
            onClick={ask}
          >
            删除
          </Button>
        )}
      </Allowed>
    </li>
  );
}
