import type { CreditingView } from '@common/contract/crediting';
import { EXCLUSIONS } from '@common/terms';
import { Image } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states';
import { showDateTime } from '../../format';
import { methodWords, resultAddress, windowWords } from '../activity/analysis/words';

/** 授分依据: the 考勤分析 with its picture, windows and numbers; for a batch without one, what stands in its place. */
export function EvidenceCard({ view: { analysis, kind, activityId } }: { view: CreditingView }) {
  return (
    <section className="card" aria-label="授分依据">
      <div className="card__head">
        <h2>授分依据</h2>
        {analysis && (
          <>
            <span className="faint">
              第{analysis.no}次考勤分析，{showDateTime(analysis.at)}，{analysis.byName}
            </span>
            <Link to={resultAddress(activityId, analysis.id)}>查看每人结果</Link>
          </>
        )}
      </div>
      {analysis ? <Analysis analysis={analysis} /> : <NoAnalysis kind={kind} />}
    </section>
  );
}

function Analysis({ analysis }: { analysis: NonNullable<CreditingView['analysis']> }) {
  const { counts, windows, pictureUrl } = analysis;
  return (
    <div className="evidence">
      <Image
        src={pictureUrl}
        alt={`考勤分析截图：${windows.length}个刷卡周期，符合条件${counts.effective}人，点击放大`}
      />
      <dl className="crediting-facts">
        <div>
          <dt>授分策略</dt>
          <dd>{methodWords(analysis)}</dd>
        </div>
        <div>
          <dt>人数</dt>
          <dd>
            有考勤{counts.persons}人，刷卡周期符合{counts.attended}人，<b>有效{counts.effective}人</b>
          </dd>
        </div>
        {counts.excluded.length > 0 && (
          <div>
            <dt>无效原因</dt>
            <dd>
              {counts.excluded.map(({ reason, persons }) => `${EXCLUSIONS[reason]}${persons}人`).join('，')}
            </dd>
          </div>
        )}
      </dl>
      <ol className="evidence__windows" aria-label="刷卡周期">
        {windows.map((window, index) => (
          <li key={windowWords(window)}>
            <span className="faint nowrap">第{index + 1}周期</span>
            <span className="mono">{windowWords(window)}</span>
            <b className="nowrap">{counts.perWindow[index] ?? 0}人</b>
          </li>
        ))}
      </ol>
    </div>
  );
}

function NoAnalysis({ kind }: Pick<CreditingView, 'kind'>) {
  if (kind === 'lecturers') {
    return <p className="card__empty">主讲人按课程信息中的授课学时授分，不需要考勤分析。</p>;
  }
  if (kind === 'manual') {
    return (
      <p className="card__empty">
        手工授分没有考勤分析，依据是举办单位为每个人填写的原因，见下面的名单，须逐一核对。
      </p>
    );
  }
  return (
    <EmptyState
      isSmall
      icon="alert"
      title="这批授分没有考勤分析"
      hint="凡是未经考勤分析所授学分，一律审核不通过，请退回举办单位"
    />
  );
}
