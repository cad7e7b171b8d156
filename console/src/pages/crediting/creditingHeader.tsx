import type { CreditingView } from '@common/contract/crediting';
import { CREDITING_KINDS } from '@common/terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useMe } from '../../api/session';
import { CertificatesZipButton } from '../../components/certificates/certificatesZipButton';
import { PageHeader } from '../../components/pageHeader';
import { StatusTag } from '../../components/statusTag';
import { isEmptied, stateWords } from '../creditings/creditingWords';

/** The head of a batch: of which activity it is, where it stands, whom it waits for. */
export function CreditingHeader({ view }: { view: CreditingView }) {
  const me = useMe();
  const isUnit = me.roles.includes('unit');
  const { tone, text } = stateWords(view, me);
  return (
    <PageHeader
      title={view.activityName}
      back={{ to: '/creditings', label: isUnit ? '授分记录' : '学分审核' }}
      tag={<StatusTag tone={tone}>{text}</StatusTag>}
      note={`${CREDITING_KINDS[view.kind]}，${view.projectNumber}，第${view.term}期，${view.unitName}`}
      extra={
        <>
          <Link to={`/activities/${view.activityId}`}>
            <Button>查看活动</Button>
          </Link>
          {view.state === 'approved' && !isEmptied(view) && <CertificatesZipButton creditingId={view.id} />}
        </>
      }
    />
  );
}
