import type { Platform } from '../../platform';
import { createReviews } from '../../reviews/reviews';
import type { Services } from '../services';
import { createDeadlines, type Deadlines } from './deadlines';
import { createReportMoves, type ReportMoves } from './moves';
import { createReminders } from './reminders';
import { createShowing, type Showing } from './showing';

/** 执行情况反馈: what became of an activity, due within 30 working days after it (manual 001 §三.3, §四). */
export interface ReportsService
  extends ReportMoves,
    Pick<Showing, 'list' | 'view' | 'countWaiting' | 'isHandedIn'>,
    Pick<Deadlines, 'sweep'> {}

export function createReportsService(platform: Platform, services: Services): ReportsService {
  const reviews = createReviews(platform, services);
  const deadlines = createDeadlines(platform, services, createReminders(platform, services));
  const showing = createShowing(platform, services, reviews, deadlines);
  return {
    ...createReportMoves(platform, services, reviews, showing),
    list: showing.list,
    view: showing.view,
    countWaiting: showing.countWaiting,
    isHandedIn: showing.isHandedIn,
    sweep: deadlines.sweep,
  };
}
