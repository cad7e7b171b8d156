import { Progress } from 'antd';
import { client } from '../../../api/session';
import { Loaded } from '../../../components/loaded';
import { EmptyState } from '../../../components/states';
import { useLoad } from '../../../hooks/useLoad';
import './roster.css';

/** 撤离问卷结果: how often each option was chosen; nobody is named. */
export function SurveyResults({ activityId }: { activityId: string }) {
  const load = useLoad(() => client.walkIns.surveyResults({ activityId }), [activityId]);
  return (
    <section className="card survey-card">
      <div className="card__head">
        <h2>撤离问卷结果</h2>
        {load.data && <span className="faint">{load.data.persons}人填写，不显示填写人</span>}
      </div>
      <Loaded load={load}>
        {({ persons, questions }) =>
          persons === 0 ? (
            <EmptyState
              isSmall
              icon="log"
              title="还没有人填写"
              hint="学员扫描撤离二维码、核对本人信息后填写调查问卷"
            />
          ) : (
            <ol className="survey-results">
              {questions.map(({ text, options }, at) => (
                <li key={text}>
                  <p className="survey-results__question">
                    {at + 1}. {text}
                  </p>
                  {options.map((option) => (
                    <div key={option.text} className="survey-results__option">
                      <span>{option.text}</span>
                      <Progress percent={(option.count / persons) * 100} showInfo={false} />
                      <span className="mono nowrap">
                        {option.count}人，{Math.round((option.count / persons) * 100)}%
                      </span>
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
