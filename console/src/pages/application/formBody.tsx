import { BasicsPage } from './basicsPage';
import { ContentPage } from './contentPage';
import { CoursesPage } from './coursesPage';
import { FORM_PAGES, type PageProps } from './formPage';
import { LeaderPage } from './leaderPage';
import { OrganiserPage } from './organiserPage';

/** The fields of one of the five pages, from 0. */
export function FormBody({ at, credits, ...page }: PageProps & { at: number; credits: number | null }) {
  switch (FORM_PAGES[at]?.key) {
    case 'content':
      return <ContentPage {...page} />;
    case 'leader':
      return <LeaderPage {...page} />;
    case 'courses':
      return <CoursesPage {...page} />;
    case 'organiser':
      return <OrganiserPage {...page} />;
    default:
      return <BasicsPage {...page} credits={credits} />;
  }
}
