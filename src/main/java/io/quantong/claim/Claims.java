package io.quantong.claim;

import org.springframework.stereotype.Service;

/** Claims for redemption (M3, M4). */
@Service
public class Claims {}
