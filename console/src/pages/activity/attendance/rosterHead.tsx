import type { ActivityView } from '@common/contract/activities';
import type { attendance } from '@common/contract/attendance';
import type { OutputOf } from '@common/contract/endpoint';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { Allowed } from '../../../components/allowed';
import { Figure } from '../../../components/figure';
import { StatusTag } from '../../../components/statusTag';
import { showDateTime } from '../../../format';
import { useAction } from '../../../hooks/useAction';
import { usePermission } from '../../../hooks/usePermission';

type Roster = OutputOf<(typeof attendance)['roster']>;

const DAY_MS = 24 * 3_600_000;

interface Props {
  activity: ActivityView;
  roster: Roster;
  onHandedUp: () => void;
}

/** 名单人数, 完成规定学时, and where the list stands on its way up (manual 002 §2.2: within two weeks after the end). */
export function RosterHead({ activity, roster, onHandedUp }: Props) {
  const { modal, message } = App.useApp();
  const forbidden = usePermission('holdActivities');
  const { persons, fullPersons, handedUp } = roster;
  const reason =
    forbidden ??
    (activity.holding === 'after' ? null : '活动全部举办周期结束后才能上报') ??
    (persons > 0 ? null : '还没有人签到，没有名单可以上报');
  const handUp = useAction(async () => {
    await client.attendance.handUpRoster({ activityId: activity.id });
    message.success('名单已上报，科教部门可以选择完成规定学时的学员授分');
    onHandedUp();
  });
  const ask = () =>
    modal.confirm({
      title: `上报${persons}人的签到与撤离名单？`,
      content: `其中${fullPersons}人完成规定学时。上报后由本单位科教部门选择学员授分；补录或确认考勤后可以重新上报。`,
      okText: handedUp ? '重新上报' : '上报',
      icon: null,
      onOk: () => handUp.run(),
    });
  return (
    <section className="card roster-head">
      <div className="figures">
        <Figure label="名单人数" value={persons} unit="人" />
        <Figure
          label="完成规定学时"
          value={fullPersons}
          unit="人"
          tone={fullPersons > 0 ? 'done' : undefined}
          note="规定学时允许每个周期少15分钟"
        />
      </div>
      <div className="roster-head__state">
        <Standing roster={roster} isOver={activity.holding === 'after'} />
        <div className="cell-actions">
          <Allowed reason={reason}>
            {(disabled) => (
              <Button
                type={handedUp ? 'default' : 'primary'}
                disabled={disabled}
                loading={handUp.busy}
                onClick={ask}
              >
                {handedUp ? '重新上报' : '上报名单'}
              </Button>
            )}
          </Allowed>
          {handedUp && (
            <Link to={`/activities/${activity.id}/crediting`}>
              <Button type="primary">去授分</Button>
            </Link>
          )}
        </div>
      </div>
    </section>
  );
}

/** Whether it has gone up, when it is due, or by how much it is late. */
function Standing({ roster: { handedUp, persons, dueAt }, isOver }: { roster: Roster; isOver: boolean }) {
  if (handedUp) {
    return (
      <div>
        <StatusTag tone="done">已上报</StatusTag>
        <p className="cell-sub">
          {handedUp.by}于{showDateTime(handedUp.at)}上报{handedUp.persons}人
          {handedUp.persons === persons ? '' : '，之后名单有变化，请重新上报'}
        </p>
      </div>
    );
  }
  if (!isOver) {
    return (
      <div>
        <StatusTag tone="quiet">未到上报时间</StatusTag>
        <p className="cell-sub">活动结束后两周内上报，最迟{showDateTime(dueAt)}</p>
      </div>
    );
  }
  const late = Date.now() - Date.parse(dueAt);
  return late > 0 ? (
    <div>
      <StatusTag tone="act">已逾期{Math.ceil(late / DAY_MS)}天</StatusTag>
      <p className="cell-sub">应在{showDateTime(dueAt)}前上报，请尽快上报</p>
    </div>
  ) : (
    <div>
      <StatusTag tone="act">待上报</StatusTag>
      <p className="cell-sub">请在{showDateTime(dueAt)}前上报</p>
    </div>
  );
}
