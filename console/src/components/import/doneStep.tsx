import { Button } from 'antd';
import type { ReactNode } from 'react';
import { showCount } from '../../format';
import { EmptyState } from '../states';

interface Props {
  added: number;
  unit: string;
  next: ReactNode;
  onRestart: () => void;
}

/** The import is stored. */
export function DoneStep({ added, unit, next, onRestart }: Props) {
  return (
    <EmptyState
      icon="check"
      title={`已导入${showCount(added)}${unit}`}
      hint="全部写入成功。"
      action={
        <>
          <Button onClick={onRestart}>继续导入</Button>
          {next}
        </>
      }
    />
  );
}
