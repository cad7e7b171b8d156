import type { ManagedNotice } from '@common/contract/notices';
import { Alert, Modal, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { client, useMe } from '../../api/session';
import { Article } from '../../components/article/article';
import { useAction } from '../../hooks/useAction';

/** How a push works, for whoever is about to begin one. */
export const PUSH_WORDS =
  '每名审核通过的学员收到一条消息：在小程序“消息”中，并按本人的设置发到公众号或小程序订阅消息；免打扰时间内的，时间过后再发送。学员多时需要几分钟，进度在本页显示。';

interface Props {
  /** As it is stored; null while the dialog is closed. */
  notice: ManagedNotice | null;
  onClose: () => void;
  onPublished: (notice: ManagedNotice) => void;
}

/** Shows what everybody will see, and asks whether they are to be told. */
export function PublishModal({ notice, onClose, onPublished }: Props) {
  const me = useMe();
  const [isPush, setPush] = useState(false);
  useEffect(() => {
    if (notice) {
      // What has been pushed before would be told again to nobody but the new ones.
      setPush(notice.kind === 'notice' && notice.isImportant && notice.push === null);
    }
  }, [notice]);
  const publish = useAction(async () => {
    if (notice) {
      onPublished(await client.notices.publishNotice({ noticeId: notice.id, push: isPush }));
    }
  });
  return (
    <Modal
      open={notice !== null}
      width={760}
      title={notice?.kind === 'faq' ? '发布常见问题' : '发布通知'}
      okText={isPush ? '发布并推送' : '发布'}
      cancelText="再改改"
      okButtonProps={{ loading: publish.busy }}
      mask={{ closable: !publish.busy }}
      onCancel={onClose}
      onOk={() => publish.run()}
    >
      <p className="soft">发布后，本地区学员在小程序、公众号和公开网页上都能看到。读者看到的是：</p>
      {notice && (
        <div className="publish-preview">
          <Article notice={{ ...notice, authorityName: me.authority?.name ?? notice.authorityName }} />
        </div>
      )}
      {notice?.kind === 'notice' && (
        <div className="publish-push">
          <Switch checked={isPush} aria-label="推送给本地区学员" onChange={setPush} />
          <div>
            <b>推送给本地区学员</b>
            <p className="faint">{PUSH_WORDS}</p>
          </div>
        </div>
      )}
      {notice?.push && (
        <Alert type="warning" showIcon title="这篇通知推送过。再次推送时，已收到的学员不会重复收到。" />
      )}
    </Modal>
  );
}
