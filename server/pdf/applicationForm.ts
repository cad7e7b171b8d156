export const applicationFormPdf = async (_: unknown) => Buffer.from('');
