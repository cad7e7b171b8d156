import type { ActivityView } from '@common/contract/activities';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { oneOf, useAddress } from '../../../hooks/useAddress';
import { RemindButton } from '../remindButton';
import { Results } from './results';

type Tab = 'evaluation' | 'survey';
const TABS: [Tab, ...Tab[]] = ['evaluation', 'survey'];
const OPTIONS = [
  { value: 'evaluation', label: '项目评价' },
  { value: 'survey', label: '撤离问卷' },
];

/** 评价: what came of 项目评价 (manual 000 §二) and of the 调查问卷 at departure (manual 002 §2.1); nobody is named. */
export default function EvaluationSection({ activity }: { activity: ActivityView }) {
  const activityId = activity.id;
  const [address, setAddress] = useAddress({ tab: 'evaluation' });
  const tab = oneOf(TABS, address.tab);
  const remind = <RemindButton activityId={activityId} kind="evaluation" />;
  return (
    <>
      <Segmented
        className="evaluation-tabs"
        size="large"
        value={tab}
        options={OPTIONS}
        onChange={(value) => setAddress({ tab: value })}
      />
      {tab === 'evaluation' ? (
        <Results
          key="evaluation"
          load={() => client.evaluations.evaluationResults({ activityId })}
          download={() => client.evaluations.exportEvaluations({ activityId })}
          words={{
            done: '已评价',
            expected: '应评价',
            note: '签到人员',
            none: '还没有人评价',
            hint: '签到人员在培训结束后，从小程序的“考勤记录查询”里完成项目评价；可以提醒还没有评价的人',
          }}
          action={remind}
        />
      ) : (
        <Results
          key="survey"
          load={() => client.walkIns.surveyResults({ activityId })}
          download={() => client.walkIns.exportSurvey({ activityId })}
          words={{
            done: '已填写',
            expected: '应填写',
            note: '签到人员',
            none: '还没有人填写',
            hint: '学员扫描撤离二维码、核对本人信息后填写调查问卷；请在培训结束时展示撤离二维码',
          }}
          next={
            activity.holding !== 'after' && <Link to={`/activities/${activityId}/site`}>去现场打开大屏</Link>
          }
        />
      )}
    </>
  );
}
