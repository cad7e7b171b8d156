import { Modal } from 'antd';
import { SpotChecks } from './spotChecks';

interface Props {
  open: boolean;
  activityId: string;
  /** Why this administrator may only look; null where he may start one. */
  forbidden: string | null;
  onClose: () => void;
}

/** 点名 in a dialog: followed only while it is open. */
export function SpotCheckModal({ open, activityId, forbidden, onClose }: Props) {
  return (
    <Modal open={open} title="点名" width={680} footer={null} destroyOnHidden onCancel={onClose}>
      <SpotChecks activityId={activityId} forbidden={forbidden} />
    </Modal>
  );
}
