import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { App, Button } from 'antd';
import { client } from '../../api/session';
import { Allowed } from '../../components/allowed';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { type Load, useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';

type TaskCounts = OutputOf<Contract['tasks']['taskCounts']>;

type Kind = 'exam' | 'evaluation';
/** What has not been done, and when it cannot be. */
const WORDS: Record<Kind, { undone: string; verb: string; done: string; closed: string }> = {
  exam: {
    undone: '未考试',
    verb: '考试',
    done: '签到人员都已考试合格，或次数已用完',
    closed: '现在不能考试：试卷没有启用，或不在考试时间',
  },
  evaluation: {
    undone: '未评价',
    verb: '评价',
    done: '签到人员都已评价',
    closed: '现在不能评价：培训还没有结束，或评价已经截止',
  },
};

interface Props {
  activityId: string;
  kind: Kind;
}

/** 提醒未考试人员, 提醒未评价人员: tells who has signed in and not done it, once a day each, while it can still be done. */
export function RemindButton({ activityId, kind }: Props) {
  const { undone, verb } = WORDS[kind];
  const { modal, message } = App.useApp();
  const forbidden = usePermission('holdActivities');
  const counts = useLoad(() => client.tasks.taskCounts({ activityId }), [activityId]);
  const remind = useAction(async () => {
    const { reminded } = await client.tasks.remindTask({ activityId, kind });
    message.success(reminded > 0 ? `已提醒${reminded}人` : `${undone}的人员今天都已提醒过，明天可以再提醒`);
    counts.reload();
  });
  const item = counts.data?.items.find((one) => one.kind === kind);
  const missing = item?.missing ?? 0;
  const until = item?.until ?? null;
  const reason = forbidden ?? whyNot(counts, kind);
  const ask = () =>
    modal.confirm({
      title: `提醒${missing}名${undone}人员？`,
      content: `他们会收到提醒，点开即可${verb}${until === null ? '' : `；${showDateTime(until)}截止`}。同一人一天只提醒一次。`,
      okText: '提醒',
      icon: null,
      onOk: () => remind.run(),
    });
  return (
    <>
      {item?.remindedAt && <span className="faint">上次提醒：{showDateTime(item.remindedAt)}</span>}
      <Allowed reason={reason}>
        {(disabled) => (
          <Button
            type={kind === 'evaluation' ? 'primary' : 'default'}
            disabled={disabled}
            loading={remind.busy}
            onClick={ask}
          >
            提醒{undone}人员{missing > 0 && `（${missing}人）`}
          </Button>
        )}
      </Allowed>
    </>
  );
}

/** Why nobody can be reminded now; null where they can. */
function whyNot({ data, error }: Load<TaskCounts>, kind: Kind): string | null {
  const item = data?.items.find((one) => one.kind === kind);
  if (!data) {
    return error?.message ?? `正在查询还有多少人没有${WORDS[kind].verb}`;
  }
  if (data.attended === 0) {
    return '还没有人签到';
  }
  if (!item) {
    return WORDS[kind].closed;
  }
  if (item.missing === 0) {
    return WORDS[kind].done;
  }
  return item.until === null ? WORDS[kind].closed : null;
}
