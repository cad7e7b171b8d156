import { BookletButtons } from '../../components/certificates/bookletButtons';

/** 学分: what the unit prints of them, e.g. for 年审. */
export function PrintsCard({ learnerId }: { learnerId: string }) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>学分登记手册和明细表</h2>
      </div>
      <div className="card__empty">
        <BookletButtons learnerId={learnerId} />
        <p className="field-note">
          只列审核通过的学分，附验证码，可供核验；每次下载会记录为一次查阅，本人可以看到。
        </p>
      </div>
    </section>
  );
}
