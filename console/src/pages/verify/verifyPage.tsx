import { formatVerificationCode, parseVerificationCode } from '@common/rules/verificationCode';
import { Link, useNavigate, useParams } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { PublicFrame } from '../../components/publicFrame';
import { useLoad } from '../../hooks/useLoad';
import { CodeForm } from './codeForm';
import { Paper } from './paper';
import './verify.css';

/** 证书核验: where a printed QR leads, for everybody and without signing in. */
export default function VerifyPage() {
  const { code: typed = '' } = useParams();
  const navigate = useNavigate();
  const go = (code: string) => navigate(`/verify/${encodeURIComponent(code)}`);
  return (
    <PublicFrame about="证书核验" isNarrow>
      <PageHeader title="证书核验" note="核验电子学分证书、学分记录明细表和学分登记手册。" />
      {typed ? (
        <Verified key={typed} typed={typed} onCode={go} />
      ) : (
        <section className="card pad">
          <CodeForm onCode={go} />
        </section>
      )}
      <p className="verify__else">
        没有验证码？可以<Link to="/certificate-search">按项目编号和姓名查询证书</Link>
      </p>
    </PublicFrame>
  );
}

function Verified({ typed, onCode }: { typed: string; onCode: (code: string) => void }) {
  const code = parseVerificationCode(typed);
  const load = useLoad(() => client.certificates.verify({ code: typed }), [typed]);
  if (load.error?.code === 'CERTIFICATE_UNKNOWN' || load.error?.code === 'INVALID_INPUT') {
    return (
      <section className="card pad" role="alert">
        <h2 className="verify__unknown">没有查到这个验证码</h2>
        <p className="verify__hint">
          {code
            ? `没有验证码为 ${formatVerificationCode(code)} 的证书。请与纸面逐位核对；核对无误仍查不到的，证书可能不是本平台出具的。`
            : '验证码是13位数字和字母，印在二维码旁边，请逐位核对。'}
        </p>
        <CodeForm initial={typed} onCode={onCode} />
      </section>
    );
  }
  return (
    <section className="card">
      <Loaded load={load}>{(verification) => <Paper verification={verification} />}</Loaded>
    </section>
  );
}
