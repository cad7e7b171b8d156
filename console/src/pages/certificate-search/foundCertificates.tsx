import type { FoundCertificate } from '@common/contract/certificates';
import { formatVerificationCode } from '@common/rules/verificationCode';
import { CREDIT_CLASSES } from '@common/terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { DownloadCertificate } from '../../components/certificates/downloadCertificate';
import { StatusTag } from '../../components/statusTag';
import { showCredits } from '../../format';

/** Certificates that were found; people of one name are told apart by their units. */
export function FoundCertificates({ items }: { items: readonly FoundCertificate[] }) {
  return (
    <ol className="found">
      {items.map((found) => (
        <li key={found.code}>
          <div className="found__who">
            <h2>{found.name}</h2>
            <span className="soft">{found.unitName}</span>
            <StatusTag tone={found.isRevoked ? 'act' : 'done'}>
              {found.isRevoked ? '已撤销' : '有效'}
            </StatusTag>
          </div>
          <p>
            {found.activityName}
            <span className="faint">
              {found.projectNumber} · {found.activityDate} · {CREDIT_CLASSES[found.creditClass]}
              {showCredits(found.credits)}
            </span>
          </p>
          <p className="faint">
            验证码 <span className="mono">{formatVerificationCode(found.code)}</span>
          </p>
          <div className="found__actions">
            <Link to={`/verify/${found.code}`}>
              <Button>查看详情</Button>
            </Link>
            {!found.isRevoked && <DownloadCertificate code={found.code} isSmall />}
          </div>
        </li>
      ))}
    </ol>
  );
}
