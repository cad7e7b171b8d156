import { Modal } from 'antd';
import { SpotChecks } from './spotChecks';

interface Props {
  open: boolean;
  activityId: string;
  onClose: () => void;
}

/** 点名 in a dialog: followed only while it is open. */
export function SpotCheckModal({ open, activityId, onClose }: Props) {
  return (
    <Modal open={open} title="点名" width={680} footer={null} destroyOnHidden onCancel={onClose}>
      <SpotChecks activityId={activityId} />
    </Modal>
  );
}
