import { Button } from 'antd';
import type { Autosaving } from '../hooks/useAutosave';
import { StatusTag } from './statusTag';

/** Whether what was typed is kept: 已保存, 正在保存, or 没有保存成功 with a way to try again. */
export function SaveState({ saving }: { saving: Pick<Autosaving<never>, 'state' | 'error' | 'flush'> }) {
  switch (saving.state) {
    case 'saved':
      return <StatusTag tone="done">已保存</StatusTag>;
    case 'failed':
      return (
        <span className="save-state" role="alert">
          <StatusTag tone="act">没有保存成功：{saving.error?.message}</StatusTag>
          <Button type="link" className="inline-link" onClick={() => void saving.flush()}>
            重试
          </Button>
        </span>
      );
    case 'conflict':
      return <StatusTag tone="act">没有保存：别处有更新</StatusTag>;
    default:
      return <StatusTag tone="quiet">正在保存…</StatusTag>;
  }
}
