import type { ActivityView } from '@common/contract/activities';
import type { ReactNode } from 'react';
import { ActivityInfo } from './activityInfo';
import { CoursesCard } from './coursesCard';
import { DocumentsCard } from './documentsCard';
import { PeriodsCard } from './periodsCard';
import { ReviewCards } from './reviewCards';
import './overview.css';

interface Props {
  activity: ActivityView;
  /** Above the courses: a change that is under way. */
  children?: ReactNode;
  /** Below the courses: those that are followed on the phone. */
  online?: ReactNode;
}

/** 概况: what was applied for, when and where, its documents, and how its review went. */
export function OverviewSection({ activity, children, online }: Props) {
  return (
    <div className="overview">
      <div className="overview__side">
        <ActivityInfo activity={activity} />
        <ReviewCards activity={activity} />
      </div>
      <div className="overview__side">
        {children}
        <PeriodsCard activity={activity} />
        <CoursesCard activity={activity} />
        {online}
        <DocumentsCard activity={activity} />
      </div>
    </div>
  );
}
