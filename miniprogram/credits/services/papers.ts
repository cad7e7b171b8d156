import { api } from '@/services/session';

/** Downloads the certificate of a reviewed credit and opens it. */
export async function openCertificate(creditId: string): Promise<void> {
  const file = await api.certificates.myCertificate({ creditId });
  await file.save();
}

/** 学分记录明细表 of what was credited from a day to a day (`YYYY-MM-DD`), both belonging to it; null leaves an end open. */
export async function openStatement(from: string | null, to: string | null): Promise<void> {
  const file = await api.certificates.myStatement({ from: from ?? undefined, to: to ?? undefined });
  await file.save();
}

/** 学分登记手册 of a year. */
export async function openBooklet(year: number): Promise<void> {
  const file = await api.certificates.myBooklet({ year });
  await file.save();
}
