import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { ReactNode } from 'react';
import { client } from '../../api/session';
import { BarChart } from '../../components/chart/barChart';
import { Figure } from '../../components/figure';
import { Loaded } from '../../components/loaded';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { showCount } from '../../format';
import { useLoad } from '../../hooks/useLoad';
import { interfaceWords } from './apiWords';

type Figures = OutputOf<Contract['officialAccounts']['accountFigures']>;
type Day = Figures['byDay'][number];

/** More columns than these cannot be told apart: then a column is a week. */
const MOST_COLUMNS = 31;
const WEEK = 7;

const sum = (days: readonly Day[], name: 'received' | 'late' | 'failed') =>
  days.reduce((total, day) => total + day[name], 0);

/** 7/30, so that a month of columns has room. */
const shortDay = (day: string) => day.split('-').slice(1).map(Number).join('/');

/** Messages a day, or a week from its first day where there are many. */
export function barsOf(days: readonly Day[]): { name: string; value: number }[] {
  const width = days.length > MOST_COLUMNS ? WEEK : 1;
  const bars = [];
  for (let from = 0; from < days.length; from += width) {
    const part = days.slice(from, from + width);
    bars.push({ name: shortDay(part[0]?.day ?? ''), value: sum(part, 'received') });
  }
  return bars;
}

/** What came in the last days: how many messages, what was asked, and what WeChat's interfaces refused. */
export function FiguresCard({ days, choice }: { days: number; choice: ReactNode }) {
  const load = useLoad(() => client.officialAccounts.accountFigures({ days }), [days]);
  return (
    <section className="card">
      <div className="card__head">
        <h2>使用情况</h2>
        {choice}
      </div>
      <Loaded load={load}>{(figures) => <Drawn figures={figures} />}</Loaded>
    </section>
  );
}

function Drawn({ figures: { byDay, byCommand, apiErrors } }: { figures: Figures }) {
  const [received, late, failed] = [sum(byDay, 'received'), sum(byDay, 'late'), sum(byDay, 'failed')];
  return (
    <div className="account-figures">
      <div className="figures">
        <Figure label="收到消息" value={received} unit="条" />
        <Figure
          label="来不及当场回复"
          value={late}
          unit="条"
          tone={late > 0 ? 'waiting' : undefined}
          note="改由客服消息回复"
        />
        <Figure
          label="没有回复成"
          value={failed}
          unit="条"
          tone={failed > 0 ? 'act' : undefined}
          note="系统出错"
        />
      </div>
      {received === 0 ? (
        <EmptyState
          isSmall
          icon="phone"
          title="这些天没有收到消息"
          hint="请确认微信公众平台已启用上面的服务器地址"
        />
      ) : (
        <>
          <h3>{byDay.length > MOST_COLUMNS ? '每周消息（从所写的日期起）' : '每天消息'}</h3>
          <BarChart label="收到消息" unit="条" bars={barsOf(byDay)} />
          <h3>问了什么</h3>
          <BarChart
            label="问了什么"
            unit="条"
            direction="rows"
            bars={byCommand.map(({ label, count }) => ({ name: label, value: count }))}
            total={received}
          />
        </>
      )}
      <h3>微信接口的错误</h3>
      {apiErrors.length === 0 ? (
        <StatusTag tone="done">这些天微信接口没有出错</StatusTag>
      ) : (
        <table className="account-errors">
          <thead>
            <tr>
              <th>做什么时</th>
              <th>原因</th>
              <th>次数</th>
            </tr>
          </thead>
          <tbody>
            {apiErrors.map(({ path, errcode, words, count }) => (
              <tr key={`${path} ${errcode}`}>
                <th scope="row">{interfaceWords(path)}</th>
                <td>
                  {words}
                  {errcode !== null && <span className="faint">（微信错误码 {errcode}）</span>}
                </td>
                <td>{showCount(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
