import { Button } from 'antd';
import { Guarded } from '../guarded';

interface Props {
  busy: boolean;
  onPass: () => void;
  onAsk: (decision: 'return' | 'reject') => void;
}

/** 审核不通过, 退回修改, 审核通过: of one, or of all that are chosen. */
export function DecisionButtons({ busy, onAsk, onPass }: Props) {
  return (
    <>
      <Guarded permission="approveProjects">
        <Button danger disabled={busy} onClick={() => onAsk('reject')}>
          审核不通过
        </Button>
      </Guarded>
      <Guarded permission="approveProjects">
        <Button disabled={busy} onClick={() => onAsk('return')}>
          退回修改
        </Button>
      </Guarded>
      <Guarded permission="approveProjects">
        <Button type="primary" loading={busy} onClick={onPass}>
          审核通过
        </Button>
      </Guarded>
    </>
  );
}
