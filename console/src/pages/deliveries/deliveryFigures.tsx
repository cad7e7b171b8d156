import { codesOf, MESSAGE_CHANNELS, MESSAGE_STATES } from '@common/terms';
import { client } from '../../api/session';
import { BarChart } from '../../components/chart/barChart';
import { Figure } from '../../components/figure';
import { Loaded } from '../../components/loaded';
import { useLoad } from '../../hooks/useLoad';

const DAYS = 7;

/** The last days in numbers; `round` loads them anew. */
export function DeliveryFigures({ round }: { round: number }) {
  const load = useLoad(() => client.messages.deliveryFigures({ days: DAYS }), [round]);
  return (
    <section className="card delivery-figures">
      <div className="card__head">
        <h2>最近{DAYS}天</h2>
      </div>
      <Loaded load={load}>
        {({ byState, byChannel }) => {
          const countOf = (state: string) => byState.find((row) => row.state === state)?.count ?? 0;
          return (
            <>
              <div className="figures">
                {codesOf(MESSAGE_STATES).map((state) => (
                  <Figure
                    key={state}
                    label={MESSAGE_STATES[state]}
                    value={countOf(state)}
                    unit="条"
                    tone={state === 'failed' && countOf(state) > 0 ? 'act' : undefined}
                  />
                ))}
              </div>
              {byChannel.length > 0 && (
                <div className="delivery-figures__channels">
                  <BarChart
                    label="各渠道发出的消息"
                    unit="条"
                    direction="rows"
                    bars={byChannel.map(({ channel, count }) => ({
                      name: MESSAGE_CHANNELS[channel],
                      value: count,
                    }))}
                    total={byChannel.reduce((all, { count }) => all + count, 0)}
                  />
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
