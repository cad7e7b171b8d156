import type { Verification } from '@common/contract/certificates';
import { Button } from 'antd';
import { Link } from 'react-router';
import { DownloadCertificate } from '../../components/certificates/downloadCertificate';
import { showDateTime } from '../../format';
import { OneCredit, PrintedCredits } from './credits';
import { Fact } from './fact';
import { Verdict } from './verdict';

/** What is known of a printed paper: whether it holds, of whom it is, what it says. */
export function Paper({ verification }: { verification: Verification }) {
  const { kind, code, state, name, idNoMasked, unitName, year, issuedAt, rows } = verification;
  const [only] = rows;
  const isCertificate = kind === 'certificate';
  return (
    <>
      <Verdict verification={verification} />
      <div className="paper">
        <dl className="paper__facts">
          <Fact label="姓名">{name}</Fact>
          <Fact label="身份证号">
            <span className="mono">{idNoMasked}</span>
          </Fact>
          {unitName && <Fact label="单位">{unitName}</Fact>}
          {year !== null && <Fact label="年度">{year}年度</Fact>}
          {isCertificate && only && <OneCredit row={only} />}
          <Fact label={isCertificate ? '出证时间' : '打印时间'}>{showDateTime(issuedAt)}</Fact>
        </dl>
        {!isCertificate && <PrintedCredits verification={verification} />}
        <p className="paper__advice">请核对姓名、证件号码和以上内容是否与纸面一致，不一致的以本页为准。</p>
        <div className="paper__actions">
          {isCertificate && state === 'valid' && <DownloadCertificate code={code} />}
          <Link to="/verify">
            <Button>核验其他证书</Button>
          </Link>
        </div>
      </div>
    </>
  );
}
