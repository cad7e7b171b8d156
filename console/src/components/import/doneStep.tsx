import { Button } from 'antd';
import type { ReactNode } from 'react';
import { showCount } from '../../format';
import { EmptyState } from '../states';

interface Props {
  added: number;
  unit: string;
  /** What became of the rest. */
  note?: string;
  next: ReactNode;
  onRestart: () => void;
}

/** The import is stored. */
export function DoneStep({ added, unit, note = '全部写入成功。', next, onRestart }: Props) {
  return (
    <EmptyState
      icon="check"
      title={`已导入${showCount(added)}${unit}`}
      hint={note}
      action={
        <>
          <Button onClick={onRestart}>继续导入</Button>
          {next}
        </>
      }
    />
  );
}
