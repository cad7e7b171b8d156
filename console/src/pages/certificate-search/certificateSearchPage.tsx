import type { FoundCertificate } from '@common/contract/certificates';
import type { ApiError } from '@common/contract/errors';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { withCaptcha } from '../../api/withCaptcha';
import { PageHeader } from '../../components/pageHeader';
import { PublicFrame } from '../../components/publicFrame';
import { EmptyState } from '../../components/states';
import { useAction } from '../../hooks/useAction';
import { FoundCertificates } from './foundCertificates';
import './certificateSearch.css';

interface Asked {
  projectNumber: string;
  name: string;
}

/** 学员证书查询 (manual 002 §3): by the exact number and name, for everybody and without signing in. */
export default function CertificateSearchPage() {
  const [isSolving, setIsSolving] = useState(false);
  const [found, setFound] = useState<FoundCertificate[] | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const search = useAction(
    async ({ projectNumber, name }: Asked) => {
      setFailure(null);
      setFound(null);
      const asked = { projectNumber: projectNumber.trim(), name: name.trim() };
      const { items } = await withCaptcha(
        client,
        async (captcha) => client.certificates.searchCertificates({ ...asked, captcha }),
        setIsSolving,
      );
      setFound(items);
    },
    (error) => {
      setFailure(error);
      return true;
    },
  );
  return (
    <PublicFrame about="证书查询" isNarrow>
      <PageHeader title="学员证书查询" note="项目编号和姓名须与证书完全一致。" />
      <section className="card pad">
        <Form layout="vertical" size="large" requiredMark={false} onFinish={search.run}>
          <div className="certificate-search">
            <Form.Item
              name="projectNumber"
              label="项目编号"
              rules={[{ required: true, whitespace: true, min: 4, message: '请输入完整的项目编号' }]}
            >
              <Input maxLength={40} autoComplete="off" placeholder="例如 2020-14-02-049 (国)" />
            </Form.Item>
            <Form.Item
              name="name"
              label="学员姓名"
              rules={[{ required: true, whitespace: true, min: 2, message: '请输入学员姓名' }]}
            >
              <Input maxLength={30} autoComplete="off" placeholder="证书上的姓名" />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit" loading={search.busy}>
            {isSolving ? '正在进行安全验证…' : '查询'}
          </Button>
        </Form>
        {failure && (
          <Alert className="certificate-search__failure" type="error" showIcon title={failure.message} />
        )}
      </section>
      {found && (
        <section className="card certificate-search__found" aria-label="查询结果">
          {found.length > 0 ? (
            <FoundCertificates items={found} />
          ) : (
            <EmptyState
              title="没有查到证书"
              hint="请核对项目编号和姓名；学分审核通过后才有证书，审核进度请本人在小程序“学分”中查看"
            />
          )}
        </section>
      )}
      <p className="certificate-search__else">
        有验证码？<Link to="/verify">凭验证码核验</Link>
      </p>
    </PublicFrame>
  );
}
