import type { OutputOf } from '@common/contract/endpoint';
import type { examResults } from '@common/contract/examResults';
import { DISTRIBUTION_NAMES } from '@common/rules/itemAnalysis';
import type { ReactNode } from 'react';
import { BarChart } from '../../../../components/chart/barChart';
import { Figure } from '../../../../components/figure';

interface Props {
  statistics: OutputOf<typeof examResults.examStatistics>;
  extra: ReactNode;
}

/** The exam in numbers, and how the best scores lie. */
export function ScoreCard({ statistics, extra }: Props) {
  const { attended, taken, passed, average, highest, lowest, distribution } = statistics;
  return (
    <section className="card">
      <div className="card__head">
        <h2>成绩统计</h2>
        <div className="cell-actions">{extra}</div>
      </div>
      <div className="figures">
        <Figure label="签到" value={attended} unit="人" />
        <Figure
          label="参加考试"
          value={taken}
          unit="人"
          tone={taken < attended ? 'waiting' : undefined}
          note={taken < attended ? `${attended - taken}人未参加` : undefined}
        />
        <Figure
          label="合格"
          value={passed}
          unit="人"
          tone="done"
          note={taken > 0 ? `合格率${Math.round((passed / taken) * 100)}%` : undefined}
        />
        <Figure
          label="平均分"
          value={average === null ? '—' : average.toFixed(1)}
          note={highest === null ? undefined : `最高${highest}，最低${lowest}`}
        />
      </div>
      {taken > 0 && (
        <div className="pad">
          <BarChart
            label="成绩分布（每人最好成绩）"
            unit="人"
            total={taken}
            bars={DISTRIBUTION_NAMES.map((name, at) => ({ name, value: distribution[at] ?? 0 }))}
          />
        </div>
      )}
    </section>
  );
}
