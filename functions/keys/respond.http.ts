/** What CloudFormation asks of a custom resource; only what we read of it. */
export interface CustomResourceRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
}

/** Puts the answer where CloudFormation waits for it. */
export async function respond(
  request: CustomResourceRequest,
  status: 'SUCCESS' | 'FAILED',
  reason = '',
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, PhysicalResourceId = LogicalResourceId } = request;
  const response = await fetch(request.ResponseURL, {
    method: 'PUT',
    // The URL is signed without a content type.
    headers: { 'content-type': '' },
    body: JSON.stringify({
      Status: status,
      Reason: reason,
      PhysicalResourceId,
      StackId,
      RequestId,
      LogicalResourceId,
      NoEcho: true,
    }),
  });
  if (!response.ok) throw new Error(`CloudFormation answered ${response.status}`);
}
