import { App, Button } from 'antd';
import { client } from '../../../api/session';
import { Guarded } from '../../../components/guarded';
import { useAction } from '../../../hooks/useAction';
import type { Paper } from './usePaper';

/** 关闭: nobody can begin any more, who has begun can hand in. */
export function CloseButton({ paper }: { paper: Paper }) {
  const { modal, message } = App.useApp();
  const { activityId, isRequired } = paper.view;
  const close = useAction(async () => {
    paper.take(await client.papers.closePaper({ activityId }));
    message.success('试卷已关闭');
  }, paper.onMoved);
  const ask = () =>
    modal.confirm({
      title: '关闭考试？',
      content: `关闭后不能再开始考试，已经开始的可以交卷；再次启用即重新开放。${
        isRequired ? '本地区要求参加在线考试，关闭期间无法展示考勤二维码。' : ''
      }`,
      okText: '关闭考试',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => close.run(),
    });
  return (
    <Guarded permission="holdActivities">
      <Button loading={close.busy} onClick={ask}>
        关闭
      </Button>
    </Guarded>
  );
}
