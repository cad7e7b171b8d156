import type { ApplicationRow } from '@common/contract/applications';
import { App } from 'antd';
import { client } from '../../api/session';
import { type Action, useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { nameOf } from './applicationColumns';

type Subject = Pick<ApplicationRow, 'id' | 'name'>;
export interface OwnMoves {
  busy: boolean;
  askToRemove: (row: Subject) => void;
  askToWithdraw: (row: Subject) => void;
}

/** 删除 and 撤回 of the unit's own applications, each after being asked. */
export function useOwnMoves(onDone: (what: 'removed' | 'withdrawn') => void): OwnMoves {
  const { message, modal } = App.useApp();
  const moved: Parameters<typeof useAction>[1] = (error) => {
    if (error.code !== 'REVIEW_MOVED' && error.code !== 'MOVE_REFUSED') {
      return false;
    }
    message.warning('刚刚有人处理过，已更新为最新状态');
    onDone('withdrawn');
    return true;
  };
  const remove: Action<[Subject]> = useAction(async ({ id, name }) => {
    await client.applications.removeApplication({ applicationId: id });
    message.success(name ? `已删除“${name}”` : '已删除');
    onDone('removed');
  }, moved);
  const withdraw: Action<[Subject]> = useAction(async ({ id, name }) => {
    await client.applications.withdrawApplication({ applicationId: id });
    message.success(`已撤回“${name}”，可以修改后再提交`);
    void refreshCounts('unit');
    onDone('withdrawn');
  }, moved);
  return {
    busy: remove.busy || withdraw.busy,
    askToRemove: (row) =>
      void modal.confirm({
        title: '删除这份申报？',
        content: `“${nameOf(row)}”填写的内容会全部删除，不能恢复。`,
        okText: '删除',
        okButtonProps: { danger: true },
        cancelText: '取消',
        icon: null,
        onOk: () => void remove.run(row),
      }),
    askToWithdraw: (row) =>
      void modal.confirm({
        title: '撤回这份申报？',
        content: `“${nameOf(row)}”会退回到未上报，可以修改；须在申报时间内再次提交，审批从第一步重新开始。`,
        okText: '撤回',
        cancelText: '取消',
        icon: null,
        onOk: () => void withdraw.run(row),
      }),
  };
}
