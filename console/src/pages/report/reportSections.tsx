import type { ReportView } from '@common/contract/reports';
import { EmptyState } from '../../components/states';
import { AnalysisPage } from './analysisPage';
import { CreditingsPage } from './creditingsPage';
import { PAGES } from './reportPages';

interface Props {
  view: ReportView;
  isUnit: boolean;
}

/** The four pages to be read. */
export function ReportSections({ view, isUnit }: Props) {
  const { holding, summary } = view.form;
  const [first, second, third, fourth] = PAGES.map(({ label }, index) => `${index + 1} ${label}`);
  // What a unit is still writing is its own business.
  const isHidden = !isUnit && view.state === 'draft';
  return (
    <div className="form-sections">
      {isHidden ? (
        <section className="card">
          <EmptyState
            isSmall
            icon="clock"
            title="举办单位还没有提交"
            hint="提交后可以看到举办情况和总结；考勤分析和授分名单如下。"
          />
        </section>
      ) : (
        <>
          <section className="card form-section" aria-label={first}>
            <h2>{first}</h2>
            <dl className="form-facts">
              <Fact name="实际参加" text={`${holding.participants}人`} />
              <Fact name="授课人数" text={`${holding.lecturers}人`} />
              <Fact name="举办地点" text={holding.place} />
              <Fact name="与申报不一致" text={holding.deviations || '无'} />
            </dl>
          </section>
          <section className="card form-section" aria-label={second}>
            <h2>{second}</h2>
            <dl className="form-facts form-facts--long">
              <Fact name="培训效果" text={summary.effect} />
              <Fact name="存在的问题" text={summary.problems} />
              <Fact name="改进建议" text={summary.advice} />
            </dl>
          </section>
        </>
      )}
      <section className="card form-section" aria-label={third}>
        <h2>{third}</h2>
        <AnalysisPage view={view} isUnit={isUnit} />
      </section>
      <section className="card form-section" aria-label={fourth}>
        <h2>{fourth}</h2>
        <CreditingsPage view={view} isUnit={isUnit} />
      </section>
    </div>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text || <span className="faint">没有填写</span>}</dd>
    </div>
  );
}
