import { Alert, Button } from 'antd';
import { useAction } from '../hooks/useAction';
import './conflictAlert.css';

interface Props {
  /** 申报, 反馈. */
  what: string;
  onReload: () => void;
  onOverwrite: () => Promise<void>;
}

/** The same was saved elsewhere meanwhile: neither version is lost without being asked. */
export function ConflictAlert({ what, onReload, onOverwrite }: Props) {
  const overwrite = useAction(onOverwrite);
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={`这份${what}刚刚在别处修改过，本页的修改还没有保存`}
      description="可能是同事，或您在另一个窗口修改了它。请选择保留哪一份。"
      action={
        <span className="conflict-actions">
          <Button onClick={onReload}>载入最新的内容</Button>
          <Button type="primary" loading={overwrite.busy} onClick={() => overwrite.run()}>
            以本页为准保存
          </Button>
        </span>
      }
    />
  );
}
