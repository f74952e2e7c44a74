"""What HTML readers share: a page's elements -> blocks (dom), what its head says (head), which blocks are the article (body)."""
