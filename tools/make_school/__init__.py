# SPDX-License-Identifier: Apache-2.0
"""A made-up lower-secondary school and the files its systems export. See inputs/README.md."""
