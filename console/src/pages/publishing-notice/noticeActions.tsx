import type { ManagedNotice } from '@common/contract/notices';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/session';
import { Allowed } from '../../components/allowed';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { usePermission } from '../../hooks/usePermission';
import { whyNotPublished } from './noticeDraft';
import { PUSH_WORDS, PublishModal } from './publishModal';
import type { NoticeEditing } from './useNoticeDraft';

/** 发布, 撤回, 删除; for what is published 更新, for everybody sees each change at once. */
export function NoticeActions({ editing }: { editing: NoticeEditing }) {
  const { message } = App.useApp();
  const forbidden = usePermission('publish');
  const [publishing, setPublishing] = useState<ManagedNotice | null>(null);
  const { notice, draft, isPublished, isChanged } = editing;
  const missing = whyNotPublished(draft);

  const ready = useAction(async () => {
    const noticeId = await editing.keep();
    if (noticeId !== null) {
      setPublishing(await client.notices.getNotice({ noticeId }));
    }
  });
  const update = useAction(async () => {
    if ((await editing.keep()) !== null) {
      message.success('已更新，读者看到的是新的内容');
    }
  });
  return (
    <>
      {notice && !isPublished && <RemoveButton notice={notice} />}
      {notice && isPublished && <WithdrawButton notice={notice} onChange={editing.take} />}
      {notice && isPublished && notice.kind === 'notice' && notice.push === null && (
        <PushButton notice={notice} onChange={editing.take} />
      )}
      {isPublished && isChanged && <Button onClick={editing.drop}>放弃修改</Button>}
      <Allowed reason={forbidden ?? missing}>
        {(disabled) =>
          isPublished ? (
            <Button
              type="primary"
              disabled={disabled || !isChanged}
              loading={update.busy}
              onClick={() => update.run()}
            >
              更新
            </Button>
          ) : (
            <Button type="primary" disabled={disabled} loading={ready.busy} onClick={() => ready.run()}>
              发布
            </Button>
          )
        }
      </Allowed>
      <PublishModal
        notice={publishing}
        onClose={() => setPublishing(null)}
        onPublished={(published) => {
          setPublishing(null);
          editing.take(published);
          message.success('已发布');
        }}
      />
    </>
  );
}

interface OneProps {
  notice: ManagedNotice;
  onChange: (notice: ManagedNotice) => void;
}

/** 推送 of what was published without. */
function PushButton({ notice, onChange }: OneProps) {
  const { modal, message } = App.useApp();
  const push = useAction(async () => {
    onChange(await client.notices.publishNotice({ noticeId: notice.id, push: true }));
    message.success('已开始推送');
  });
  const ask = () =>
    modal.confirm({
      title: `推送“${notice.title}”？`,
      content: `${PUSH_WORDS}推送的是已发布的内容。`,
      okText: '推送',
      icon: null,
      onOk: () => push.run(),
    });
  return (
    <Guarded permission="publish">
      <Button loading={push.busy} onClick={ask}>
        推送
      </Button>
    </Guarded>
  );
}

function WithdrawButton({ notice, onChange }: OneProps) {
  const { modal, message } = App.useApp();
  const withdraw = useAction(async () => {
    onChange(await client.notices.withdrawNotice({ noticeId: notice.id }));
    message.success('已撤回');
  });
  const ask = () =>
    modal.confirm({
      title: `撤回“${notice.title}”？`,
      content:
        '学员和公众不再看到；正在推送的随即停止，已发出的消息不能收回。撤回后可以修改、重新发布或删除。',
      okText: '撤回',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => withdraw.run(),
    });
  return (
    <Guarded permission="publish">
      <Button danger loading={withdraw.busy} onClick={ask}>
        撤回
      </Button>
    </Guarded>
  );
}

function RemoveButton({ notice }: { notice: ManagedNotice }) {
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const remove = useAction(async () => {
    await client.notices.removeNotice({ noticeId: notice.id });
    message.success('已删除');
    navigate(`/publishing/notices${notice.kind === 'faq' ? '?kind=faq' : ''}`, { replace: true });
  });
  const ask = () =>
    modal.confirm({
      title: `删除“${notice.title}”？`,
      content: '连同附件一起删除，不能恢复。',
      okText: '删除',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => remove.run(),
    });
  return (
    <Guarded permission="publish">
      <Button danger loading={remove.busy} onClick={ask}>
        删除
      </Button>
    </Guarded>
  );
}
