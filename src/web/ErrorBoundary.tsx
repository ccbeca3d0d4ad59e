import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Where one is: what broke elsewhere is forgotten. */
  at: string;
  /** Stands in place of what broke. */
  instead: (error: unknown, retry: () => void) => ReactNode;
  children: ReactNode;
}

/** Keeps what breaks below it from taking the rest along. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: { error: unknown } | undefined }> {
  override state = { broken: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { broken: { error } };
  }

  override componentDidUpdate({ at }: ErrorBoundaryProps) {
    if (at !== this.props.at && this.state.broken) this.mend();
  }

  mend = () => this.setState({ broken: undefined });

  override render(): ReactNode {
    const { broken } = this.state as { broken: { error: unknown } | undefined };
    return broken ? this.props.instead(broken.error, this.mend) : this.props.children;
  }
}
