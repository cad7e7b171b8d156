import { App, Button } from 'antd';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';

interface Props {
  activityId: string;
  onDone: () => void;
}

/** 撤回, after being asked: back to the unit, to be changed and handed in again. */
export function WithdrawButton({ activityId, onDone }: Props) {
  const { message, modal } = App.useApp();
  const withdraw = useAction(
    async () => {
      await client.reports.withdrawReport({ activityId });
      message.success('已撤回，可以修改后再提交');
      void refreshCounts('unit');
      onDone();
    },
    (error) => {
      if (error.code !== 'REVIEW_MOVED' && error.code !== 'MOVE_REFUSED') {
        return false;
      }
      message.warning('刚刚有人处理过，已更新为最新状态');
      onDone();
      return true;
    },
  );
  const ask = () =>
    modal.confirm({
      title: '撤回这份执行情况反馈？',
      content: '撤回后可以修改；须在截止日期前再次提交，否则会算作逾期。',
      okText: '撤回',
      cancelText: '取消',
      icon: null,
      onOk: () => void withdraw.run(),
    });
  return (
    <Guarded permission="holdActivities">
      <Button loading={withdraw.busy} onClick={ask}>
        撤回
      </Button>
    </Guarded>
  );
}
