import type { FileAnswer } from '@common/contract/shapes';
import { Button, Modal, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { contentOf } from '../../../api/download';
import { client } from '../../../api/session';
import { Loaded } from '../../../components/loaded';
import { useAction } from '../../../hooks/useAction';
import { useLoad } from '../../../hooks/useLoad';

interface Props {
  open: boolean;
  activityId: string;
  onClose: () => void;
}

/** The poster as it will hang on the notice board, and its two files. */
export function PosterModal({ open, activityId, onClose }: Props) {
  return (
    <Modal open={open} title="报名海报" footer={null} width={760} destroyOnHidden onCancel={onClose}>
      <Poster activityId={activityId} />
    </Modal>
  );
}

function Poster({ activityId }: { activityId: string }) {
  const load = useLoad(() => client.enrolments.poster({ activityId, format: 'png' }), [activityId]);
  const print = useAction(async () => {
    const file = await client.enrolments.poster({ activityId, format: 'pdf' });
    await file.save();
  });
  const store = useAction(async () => {
    await load.data?.save();
  });
  return (
    <div className="poster">
      <div className="poster__preview">
        <Loaded load={load} skeleton={<Skeleton.Node active className="poster__skeleton" />}>
          {(file) => <Picture file={file} />}
        </Loaded>
      </div>
      <div className="poster__side">
        <p>打印后贴在公告栏，或发到工作群。学员用微信扫描海报上的二维码，即可查看活动介绍并报名。</p>
        <p className="soft">还没有注册的学员扫码后先注册，注册完自动回到这个活动。</p>
        <p className="soft">海报上的二维码只用于报名；现场签到请打开会场大屏。</p>
        <Button type="primary" block loading={print.busy} onClick={() => print.run()}>
          下载PDF（打印）
        </Button>
        <Button block disabled={!load.data} loading={store.busy} onClick={() => store.run()}>
          下载PNG图片
        </Button>
      </div>
    </div>
  );
}

/** A downloaded picture; the browser forgets it when it is no longer shown. */
function Picture({ file }: { file: FileAnswer }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(contentOf(file));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url && <img src={url} alt="报名海报预览" />;
}
