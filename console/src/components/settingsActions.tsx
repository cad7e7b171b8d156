import type { Permission } from '@common/terms';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Guarded } from './guarded';

interface Props {
  permission: Permission;
  /** What is shown is not what is stored. */
  isChanged: boolean;
  isFaulty: boolean;
  busy: boolean;
  onDrop: () => void;
  onSave: () => void;
}

/** 放弃修改 and 保存设置; whoever is about to leave with changes is asked by the browser. */
export function SettingsActions({ permission, isChanged, isFaulty, busy, onDrop, onSave }: Props) {
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => isChanged && event.preventDefault();
    window.addEventListener('beforeunload', onClose);
    return () => window.removeEventListener('beforeunload', onClose);
  }, [isChanged]);
  return (
    <>
      {isChanged && (
        <Button disabled={busy} onClick={onDrop}>
          放弃修改
        </Button>
      )}
      <Guarded permission={permission}>
        <Button type="primary" disabled={!isChanged || isFaulty} loading={busy} onClick={onSave}>
          保存设置
        </Button>
      </Guarded>
    </>
  );
}
