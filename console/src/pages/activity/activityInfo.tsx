import type { ActivityView } from '@common/contract/activities';
import { CREDIT_CLASSES, PROJECT_LEVELS, PROJECT_NATURES } from '@common/terms';
import type { ReactNode } from 'react';
import { showCredits, showHours } from '../../format';
import { showPlace } from '../activity-edit/place';
import './overview.css';

/** Seconds as people say them: 5秒, 10分钟, 1天. */
function showTurn(seconds: number): string {
  const units: [number, string][] = [
    [86_400, '天'],
    [3600, '小时'],
    [60, '分钟'],
  ];
  const [size, word] = units.find(([unit]) => seconds >= unit && seconds % unit === 0) ?? [1, '秒'];
  return `${seconds / size}${word}`;
}

/** 项目信息: what the project says, and what was filled in for this term. */
export function ActivityInfo({ activity }: { activity: ActivityView }) {
  const { registration, capacity, point, state } = activity;
  const facts: [string, ReactNode][] = [
    [
      '项目编号',
      <span key="no" className="mono">
        {activity.projectNumber}
      </span>,
    ],
    ['项目级别', `${PROJECT_LEVELS[activity.level]}，${PROJECT_NATURES[activity.nature]}`],
    ['所属学科', activity.discipline],
    ['项目负责人', activity.leader],
    ['举办单位', activity.unitName],
    ['会场地址', [activity.venue, activity.address].filter(Boolean).join('，')],
    ['地图位置', point && showPlace(point)],
    ['学分', `${CREDIT_CLASSES[activity.creditClass]} ${showCredits(activity.credits)}`],
    ['学时', showHours(activity.minutes)],
    ['人数上限', capacity > 0 ? `${capacity}人` : '不限'],
    ['联系人', [activity.contact, activity.contactPhone].filter(Boolean).join('，')],
    ['预计人数', registration.expectedPersons > 0 ? `${registration.expectedPersons}人` : ''],
    ['教学对象', registration.audience],
    ['备注', registration.remark],
    ['二维码', state === 'approved' ? `每${showTurn(activity.qrPeriodSeconds)}更换一次` : ''],
  ];
  const optional = new Set(['地图位置', '备注', '二维码']);
  return (
    <section className="card">
      <div className="card__head">
        <h2>项目信息</h2>
      </div>
      <dl className="facts">
        {facts
          .filter(([name, value]) => value || !optional.has(name))
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || <span className="faint">未填写</span>}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
