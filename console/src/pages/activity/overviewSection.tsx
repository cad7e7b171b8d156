import type { ActivityView } from '@common/contract/activities';
import { CREDIT_CLASSES, PROJECT_LEVELS } from '@common/terms';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/states';
import './overview.css';
import { showCredits, showDate, showDay, showHours, showHoursOfDay, showRange } from '../../format';

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

/** 概况: what was applied for, its courses with their hours, and its holding periods. */
export function OverviewSection({ activity }: { activity: ActivityView }) {
  const facts: [string, ReactNode][] = [
    [
      '项目编号',
      <span key="no" className="mono">
        {activity.projectNumber}
      </span>,
    ],
    ['项目级别', PROJECT_LEVELS[activity.level]],
    ['所属学科', activity.discipline],
    ['项目负责人', activity.leader],
    ['举办单位', activity.unitName],
    ['会场地址', activity.venue],
    ['学分', `${CREDIT_CLASSES[activity.creditClass]} ${showCredits(activity.credits)}`],
    ['学时', showHours(activity.minutes)],
    ['二维码', `每${showTurn(activity.qrPeriodSeconds)}更换一次`],
  ];
  return (
    <div className="overview">
      <section className="card">
        <div className="card__head">
          <h2>项目信息</h2>
        </div>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="overview__side">
        <Periods activity={activity} />
        <Courses activity={activity} />
      </div>
    </div>
  );
}

function Periods({ activity }: { activity: ActivityView }) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>举办周期</h2>
        <span className="faint">只有周期内的签到有效，每个周期都要签到</span>
      </div>
      {activity.periods.length === 0 ? (
        <EmptyState
          isSmall
          icon="clock"
          title="还没有举办周期"
          hint="没有举办周期就不能签到，请联系上级卫生行政部门补充"
        />
      ) : (
        <ol className="periods">
          {activity.periods.map((period, index) => (
            <li key={period.from}>
              <span className="periods__no">第{index + 1}周期</span>
              {showDate(period.from) === showDate(period.to) ? (
                <>
                  <b>{showDay(period.from)}</b>
                  <span className="mono">{showHoursOfDay(period)}</span>
                  <span className="faint">{showDate(period.from)}</span>
                </>
              ) : (
                <b className="mono">{showRange(period)}</b>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Courses({ activity }: { activity: ActivityView }) {
  const minutes = activity.courses.reduce((sum, course) => sum + course.minutes, 0);
  return (
    <section className="card">
      <div className="card__head">
        <h2>课程</h2>
        {activity.courses.length > 0 && <span className="faint">合计 {showHours(minutes)}</span>}
      </div>
      {activity.courses.length === 0 ? (
        <EmptyState
          isSmall
          icon="calendar"
          title="还没有课程"
          hint="每门课程单独签到，请联系上级卫生行政部门补充课程和学时"
        />
      ) : (
        <>
          {minutes !== activity.minutes && (
            <Alert
              className="card__alert"
              type="warning"
              showIcon
              title={`课程学时合计${showHours(minutes)}，与项目的${showHours(activity.minutes)}不一致，请核对课程信息`}
            />
          )}
          <ul className="courses">
            {activity.courses.map((course, index) => (
              <li key={course.id}>
                <span className="faint">{index + 1}</span>
                <b>{course.name}</b>
                <span className="soft">{course.lecturer || '未填写主讲人'}</span>
                <span className="nowrap">{showHours(course.minutes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
